/**
 * The colours of diagrams: a few roles, each a CSS variable worked out from the editor's theme. A drawing names roles, so
 * that one made long ago, on another machine, wears the theme of today.
 */

interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

const roles = ['background', 'text', 'box', 'box-text', 'box-border', 'quiet', 'quiet-text', 'line', 'group-border', 'note', 'note-text'] as const;
export type Role = (typeof roles)[number];
export type Palette = Readonly<Record<Role, string>>;

/** Stand-ins that mermaid takes for colours: `rgb(254, 1, n)` is the role of number n. No theme and hardly an author uses them. */
export const markPalette = Object.fromEntries(roles.map((role, index) => [role, `#fe01${index.toString(16).padStart(2, '0')}`])) as Palette;

/** A computed colour with what it stands for in place of a mark; other colours as they are. */
export function unmarked(colour: string): string {
  const [, index, alpha] = /^rgba?\(254, 1, (\d+)(?:, ([\d.]+))?\)$/.exec(colour) ?? [];
  const role = roles[Number(index)];
  if (role === undefined) return colour;
  const variable = `var(--diagram-${role})`;
  return alpha === undefined ? variable : `color-mix(in srgb, ${variable} ${Math.round(Number(alpha) * 100)}%, transparent)`;
}

/** The theme the variables are set for. */
let coloured = '';

/** Sets the variables for the theme the page has now. */
export function colourDiagrams(): void {
  const theme = `${document.body.className} ${document.documentElement.style.cssText.replace(/\s*--diagram-[^;]*;/g, '')}`;
  if (theme === coloured) return;
  coloured = theme;
  for (const [role, colour] of Object.entries(themePalette())) document.documentElement.style.setProperty(`--diagram-${role}`, colour);
}

/** Text with the variables in it replaced by what they are now: a file of its own has none. */
export function withColours(text: string): string {
  const style = getComputedStyle(document.documentElement);
  return text.replace(/var\((--diagram-[a-z-]+)\)/g, (_, name: string) => style.getPropertyValue(name).trim());
}

/** Quiet boxes on the editor's background, its text colour in them, lines between the two. */
export function themePalette(): Palette {
  const classes = document.body.classList;
  const isDark = isDarkTheme();
  const isHighContrast = classes.contains('vscode-high-contrast') || classes.contains('vscode-high-contrast-light');
  const background = themeColour('--vscode-editor-background', isDark ? black : white);
  const foreground = readable(themeColour('--vscode-editor-foreground', isDark ? white : black, background), background);
  const accent = themeColour('--vscode-charts-blue', foreground, background);
  const box = isHighContrast ? background : mix(accent, background, isDark ? 0.18 : 0.1);
  const quiet = isHighContrast ? background : mix(foreground, background, 0.06);
  const note = isHighContrast ? background : mix(themeColour('--vscode-charts-yellow', foreground, background), background, 0.16);
  return {
    background: hex(background),
    text: hex(foreground),
    box: hex(box),
    'box-text': hex(readable(foreground, box)),
    'box-border': hex(isHighContrast ? themeColour('--vscode-contrastBorder', foreground, background) : mix(accent, background, 0.75)),
    quiet: hex(quiet),
    'quiet-text': hex(readable(foreground, quiet)),
    line: hex(isHighContrast ? foreground : mix(foreground, background, 0.62)),
    'group-border': hex(mix(foreground, background, 0.35)),
    note: hex(note),
    'note-text': hex(readable(foreground, note)),
  };
}

export function isDarkTheme(): boolean {
  const classes = document.body.classList;
  return classes.contains('vscode-dark') || (classes.contains('vscode-high-contrast') && !classes.contains('vscode-high-contrast-light'));
}

/** A colour of the theme as the browser computes it; see-through ones are laid over `behind`. */
function themeColour(name: string, byDefault: Colour, behind = byDefault): Colour {
  const probe = document.createElement('span');
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const isSet = getComputedStyle(document.documentElement).getPropertyValue(name).trim() !== '';
  const parts = /rgba?\(([^)]+)\)/
    .exec(getComputedStyle(probe).color)?.[1]
    ?.split(/[ ,/]+/)
    .map(Number);
  probe.remove();
  if (!isSet || !parts) return byDefault;
  const [red = 0, green = 0, blue = 0, alpha = 1] = parts;
  return mix({ red, green, blue }, behind, alpha);
}

function mix(over: Colour, under: Colour, share: number): Colour {
  const channel = (a: number, b: number) => Math.round(a * share + b * (1 - share));
  return { red: channel(over.red, under.red), green: channel(over.green, under.green), blue: channel(over.blue, under.blue) };
}

function hex({ red, green, blue }: Colour): string {
  return `#${[red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Relative luminance (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance). */
function luminance({ red, green, blue }: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Colour, b: Colour): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const black = { red: 0, green: 0, blue: 0 };
const white = { red: 255, green: 255, blue: 255 };
/** WCAG 2.2 AA for text. */
const leastContrast = 4.5;

/** The wanted colour, or black or white where it could not be read on the ground. */
function readable(wanted: Colour, ground: Colour): Colour {
  if (contrast(wanted, ground) >= leastContrast) return wanted;
  return contrast(black, ground) > contrast(white, ground) ? black : white;
}
