/** Mermaid's colours out of the editor's theme. */

interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
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

/** Quiet boxes on the editor's background, its text colour in them, lines between the two. */
export function mermaidTheme(): Record<string, string | boolean> {
  const classes = document.body.classList;
  const isDark = classes.contains('vscode-dark') || (classes.contains('vscode-high-contrast') && !classes.contains('vscode-high-contrast-light'));
  const isHighContrast = classes.contains('vscode-high-contrast') || classes.contains('vscode-high-contrast-light');
  const background = themeColour('--vscode-editor-background', isDark ? black : white);
  const foreground = readable(themeColour('--vscode-editor-foreground', isDark ? white : black, background), background);
  const accent = themeColour('--vscode-charts-blue', foreground, background);
  const box = isHighContrast ? background : mix(accent, background, isDark ? 0.18 : 0.1);
  const quietBox = isHighContrast ? background : mix(foreground, background, 0.06);
  const border = isHighContrast ? themeColour('--vscode-contrastBorder', foreground, background) : mix(accent, background, 0.75);
  const line = isHighContrast ? foreground : mix(foreground, background, 0.62);
  const note = isHighContrast ? background : mix(themeColour('--vscode-charts-yellow', foreground, background), background, 0.16);
  const on = (ground: Colour) => hex(readable(foreground, ground));
  return {
    darkMode: isDark,
    background: hex(background),
    primaryColor: hex(box),
    primaryTextColor: on(box),
    primaryBorderColor: hex(border),
    secondaryColor: hex(quietBox),
    secondaryTextColor: on(quietBox),
    secondaryBorderColor: hex(line),
    tertiaryColor: hex(quietBox),
    tertiaryTextColor: on(quietBox),
    tertiaryBorderColor: hex(line),
    mainBkg: hex(box),
    nodeBorder: hex(border),
    nodeTextColor: on(box),
    textColor: hex(foreground),
    titleColor: hex(foreground),
    lineColor: hex(line),
    arrowheadColor: hex(line),
    edgeLabelBackground: hex(background),
    clusterBkg: hex(quietBox),
    clusterBorder: hex(mix(foreground, background, 0.35)),
    actorBkg: hex(box),
    actorBorder: hex(border),
    actorTextColor: on(box),
    actorLineColor: hex(line),
    signalColor: hex(foreground),
    signalTextColor: hex(foreground),
    labelBoxBkgColor: hex(quietBox),
    labelBoxBorderColor: hex(line),
    labelTextColor: on(quietBox),
    loopTextColor: hex(foreground),
    noteBkgColor: hex(note),
    noteTextColor: on(note),
    noteBorderColor: hex(line),
    activationBkgColor: hex(quietBox),
    activationBorderColor: hex(line),
    sequenceNumberColor: hex(background),
    labelColor: on(box),
    altBackground: hex(quietBox),
    stateLabelColor: on(box),
    transitionLabelColor: hex(foreground),
    transitionColor: hex(line),
    stateBkg: hex(box),
    compositeBackground: hex(background),
    compositeTitleBackground: hex(quietBox),
    compositeBorder: hex(line),
    specialStateColor: hex(foreground),
    innerEndBackground: hex(background),
    errorBkgColor: hex(quietBox),
    errorTextColor: on(quietBox),
    fontSize: '14px',
  };
}
