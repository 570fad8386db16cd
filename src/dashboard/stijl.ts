/** The one style sheet of the pages; no fonts or images from elsewhere. */
export const STIJL = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; }
header { border-bottom: 2px solid; margin-bottom: 1rem; }
h1 { margin: 0; }
nav a { margin-right: 1rem; }
section { margin-bottom: 2rem; }
table { border-collapse: collapse; }
th, td { border-bottom: 1px solid; padding: 0.25rem 1.5rem 0.25rem 0; text-align: left; }
pre { overflow-x: auto; }
article { margin-bottom: 2rem; }
.woorden td:last-child { font-variant-numeric: normal; text-align: left; }
td:last-child { font-variant-numeric: tabular-nums; text-align: right; }
`;
