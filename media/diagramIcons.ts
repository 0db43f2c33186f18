/** Pictograms for diagrams, drawn for this project: a node takes one with `id@{ icon: "baeum:server" }` (https://mermaid.js.org/config/icons.html). */

/** Lines of 1.5 in a square of 24, in the colour of the node's border. */
const lines = (paths: string) => ({
  body: `<g fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">${paths}</g>`,
});

/** The pack as `registerIconPacks` takes it; kept by prefix, so that registering it again changes nothing. */
export const diagramIcons = {
  name: 'baeum',
  icons: {
    prefix: 'baeum',
    width: 24,
    height: 24,
    icons: {
      user: lines('<circle cx="12" cy="7.5" r="3.75"/><path d="M4.5 20.5c.6-4.3 3.6-6.5 7.5-6.5s6.9 2.2 7.5 6.5"/>'),
      internet: lines('<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c5 5.2 5 12.8 0 18M12 3c-5 5.2-5 12.8 0 18"/>'),
      server: lines(
        '<rect x="3" y="4" width="18" height="7" rx="1.5"/><rect x="3" y="13" width="18" height="7" rx="1.5"/><path d="M6.5 7.5h.01M6.5 16.5h.01M12 7.5h5.5M12 16.5h5.5"/>',
      ),
      compute: lines(
        '<rect x="6" y="6" width="12" height="12" rx="1.5"/><rect x="10" y="10" width="4" height="4"/><path d="M9 3v3M15 3v3M9 18v3M15 18v3M3 9h3M3 15h3M18 9h3M18 15h3"/>',
      ),
      function: lines('<rect x="3" y="3" width="18" height="18" rx="3"/><path d="M8 7h2.2l5 10H17M11.4 11.2 8 17"/>'),
      container: lines('<path d="M12 2.8 20.5 7v10L12 21.2 3.5 17V7zM3.5 7l8.5 4.2L20.5 7M12 11.2v10M7.7 4.9l8.5 4.2"/>'),
      storage: lines('<path d="M4 6.5 6 20c2 1.3 10 1.3 12 0l2-13.5"/><ellipse cx="12" cy="5.5" rx="8" ry="2.5"/>'),
      disk: lines('<rect x="4" y="3" width="16" height="18" rx="2"/><circle cx="12" cy="10.5" r="4.5"/><path d="M12 10.5h.01M8 18h8"/>'),
      archive: lines('<rect x="3" y="4" width="18" height="5" rx="1"/><path d="M5 9v11h14V9M9.5 13h5"/>'),
      database: lines(
        '<ellipse cx="12" cy="5.5" rx="8" ry="2.75"/><path d="M4 5.5v13c0 1.5 3.6 2.75 8 2.75s8-1.25 8-2.75v-13M4 12c0 1.5 3.6 2.75 8 2.75s8-1.25 8-2.75"/>',
      ),
      cache: lines('<rect x="3" y="7" width="18" height="10" rx="1.5"/><path d="M7 17v3M12 17v3M17 17v3M13 8.5 10 12h4l-3 3.5"/>'),
      network: lines(
        '<circle cx="12" cy="5" r="2.5"/><circle cx="5" cy="19" r="2.5"/><circle cx="19" cy="19" r="2.5"/><path d="M12 7.5V13M12 13H5v3.5M12 13h7v3.5"/>',
      ),
      balancer: lines('<circle cx="12" cy="12" r="9"/><path d="M7 12h4M11 12l5-4M11 12h5.5M11 12l5 4"/>'),
      gateway: lines('<path d="M4 21V8c0-3 3.5-5 8-5s8 2 8 5v13M9 21v-8h6v8M3 21h18"/>'),
      queue: lines(
        '<rect x="2.5" y="7" width="4.5" height="10" rx="1"/><rect x="9.75" y="7" width="4.5" height="10" rx="1"/><rect x="17" y="7" width="4.5" height="10" rx="1"/>',
      ),
      topic: lines('<path d="M4 10v4h3l8 4.5v-13L7 10zM18 9.5c1.3 1.4 1.3 3.6 0 5M20.5 7c2.4 2.8 2.4 7.2 0 10"/>'),
      mail: lines('<rect x="3" y="5" width="18" height="14" rx="1.5"/><path d="m3.5 6.5 8.5 7 8.5-7"/>'),
      metric: lines('<path d="M3.5 3.5v17h17M7 16l4-5 3.5 3 5-7"/>'),
      deploy: lines('<path d="M12 15.5V4M7.5 8.5 12 4l4.5 4.5M4 15v5h16v-5"/>'),
      shield: lines('<path d="M12 3 4.5 6v5.5c0 4.5 3 7.7 7.5 9.5 4.5-1.8 7.5-5 7.5-9.5V6z"/>'),
    },
  },
};
