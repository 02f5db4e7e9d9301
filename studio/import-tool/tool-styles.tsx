// Sanity UI has no parts for a table whose rows light up; the colours are those of the card around.
const STYLES = `
.import-pane.import-pane { overflow: auto; overscroll-behavior: contain; scrollbar-gutter: stable; height: clamp(22rem, 100dvh - 28rem, 60rem); }
.import-pane:focus-visible { outline: 2px solid var(--card-focus-ring-color); outline-offset: -2px; }
.import-source { border-collapse: separate; border-spacing: 0; width: 100%; font-size: 13px; line-height: 1.4; }
.import-source td, .import-source th { border-right: 1px solid var(--card-border-color);
  border-bottom: 1px solid var(--card-border-color); padding: 6px 8px; text-align: left; vertical-align: top;
  font-weight: 400; white-space: pre-line; overflow-wrap: anywhere; min-width: 2.2em; }
.import-source tr > :last-child { border-right: 0; }
.import-source thead th { position: sticky; top: 0; z-index: 1; background: var(--card-bg-color);
  padding: 4px; min-width: 12em; box-shadow: inset 0 -1px var(--card-border-color); }
.import-source .import-narrow { min-width: 7em; }
.import-source .import-short { min-width: 9em; }
.import-source .import-wide { min-width: 14em; }
.import-source .import-heading > * { font-weight: 600; }
.import-source .import-skipped { color: var(--card-muted-fg-color); text-decoration: line-through; }
.import-lines { color: var(--card-muted-fg-color); font-size: 13px; line-height: 1.45; padding: 8px 12px;
  white-space: pre-wrap; overflow-wrap: anywhere; }
.import-item button { background: transparent; }
.import-item.import-item { border-radius: 4px; padding: 10px 12px; scroll-margin: 3em; }
[data-lit="row"][data-lit] { background: color-mix(in srgb, var(--card-link-color, var(--card-focus-ring-color)) 12%, var(--card-bg-color));
  box-shadow: inset 3px 0 var(--card-link-color, var(--card-focus-ring-color)); }
tr[data-lit="row"] { box-shadow: none; }
tr[data-lit="row"] > :first-child { box-shadow: inset 3px 0 var(--card-link-color, var(--card-focus-ring-color)); }
[data-lit="cell"][data-lit] { background: color-mix(in srgb, var(--card-link-color, var(--card-focus-ring-color)) 28%, var(--card-bg-color)); border-radius: 2px; }
span[data-lit="cell"] { box-decoration-break: clone; -webkit-box-decoration-break: clone; padding: 1px 4px; margin: 0 -4px; }
@media (min-width: 601px) { .import-bar.import-bar { position: sticky; bottom: 0; z-index: 2; } }
@media (max-width: 900px) { .import-pane.import-pane.import-pane { height: 44vh; } }
@media (prefers-reduced-motion: no-preference) { [data-row], [data-item] { transition: background-color .12s; } }
`

/** Styles of the tool's own parts. */
export function ToolStyles() {
  return (
    <style href="import-tool" precedence="medium">
      {STYLES}
    </style>
  )
}
