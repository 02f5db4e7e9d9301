import { hash } from 'node:crypto'

/** Style of the pages that the lake serves itself; no fonts, images or scripts from anywhere. */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f3f1ea, #14181c);
  --card: light-dark(#ffffff, #1d2329);
  --text: light-dark(#1d2a33, #e9edf0);
  --muted: light-dark(#56646e, #a3b0b9);
  --line: light-dark(#7f8a91, #75828c);
  --rule: light-dark(#e3e1d9, #303941);
  --accent: light-dark(#173f7a, #a4c5f7);
  --on-accent: light-dark(#ffffff, #0d1a30);
  --alert: light-dark(#a3261b, #ff9d92);
}
* { box-sizing: border-box; }
body {
  margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem;
  background: var(--ground); color: var(--text);
  font: 1.0625rem/1.5 system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
}
main {
  width: min(26rem, 100%); padding: 2.25rem 2rem 2rem; border-radius: 1rem; background: var(--card);
  border-top: 0.4rem solid var(--accent); box-shadow: 0 0.75rem 2.5rem rgb(0 0 0 / 0.12);
}
main.wide { width: min(36rem, 100%); }
.name { margin: 0 0 0.25rem; color: var(--accent); font-weight: 650; letter-spacing: 0.01em; }
h1 { margin: 0 0 1.25rem; font-size: 1.6rem; line-height: 1.2; }
p { margin: 0 0 1rem; }
label { display: block; margin: 0 0 1.1rem; font-weight: 600; }
[hidden] { display: none; }
input {
  display: block; width: 100%; margin-top: 0.35rem; padding: 0.7rem 0.8rem; font: inherit; font-weight: 400; color: inherit;
  background: transparent; border: 1px solid var(--line); border-radius: 0.5rem;
}
button, .button {
  display: block; width: 100%; padding: 0.8rem 1rem; border: 0; border-radius: 0.5rem; font: inherit;
  font-weight: 650; text-align: center; text-decoration: none; cursor: pointer;
  background: var(--accent); color: var(--on-accent);
}
button:hover, .button:hover { filter: brightness(1.08); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.message { padding-left: 0.8rem; border-left: 0.25rem solid var(--alert); color: var(--alert); }
button.alert { background: var(--alert); color: var(--card); }
button.plain, .rows > li > a {
  width: auto; padding: 0.45rem 0.9rem; border: 1px solid var(--line); border-radius: 0.5rem; background: none;
  color: var(--accent); font-size: 0.9375rem; font-weight: 600; text-decoration: none; white-space: nowrap;
}
h2 { margin: 1.75rem 0 0.5rem; font-size: 1.15rem; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 0.35rem 1.25rem; margin: 0; }
dt { color: var(--muted); }
dd { margin: 0; overflow-wrap: anywhere; }
small { color: var(--muted); font-size: 0.9375rem; font-weight: 400; }
.rows { margin: 0 0 1.25rem; padding: 0; list-style: none; }
.rows > li { display: flex; gap: 1rem; align-items: center; justify-content: space-between; padding: 0.75rem 0; border-top: 1px solid var(--rule); }
.rows small { display: block; }
.rows b { margin-left: 0.35rem; padding: 0.05rem 0.5rem; border-radius: 1rem; background: var(--rule); font-size: 0.8125rem; font-weight: 600; }
.steps { margin: 0; padding-left: 1.25rem; }
.steps > li { margin-bottom: 1.25rem; }
.steps form { margin-top: 0.75rem; }
.qr { width: min(13rem, 100%); margin: 0.75rem 0; padding: 0.5rem; border-radius: 0.5rem; background: #fff; }
.qr svg { display: block; width: 100%; height: auto; }
code, input.code { font-family: ui-monospace, 'Cascadia Mono', Consolas, monospace; letter-spacing: 0.06em; }
code { overflow-wrap: anywhere; color: var(--text); }
.codes { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: 0.5rem; margin: 0 0 1.5rem; padding: 1rem; border: 1px dashed var(--line); border-radius: 0.5rem; list-style: none; }
@media (max-width: 30rem) {
  body { padding: 0.75rem; }
  main { padding: 1.5rem 1.1rem 1.25rem; }
  .rows > li { flex-wrap: wrap; gap: 0.5rem 1rem; }
}
.hint { margin: 1.25rem 0 0; color: var(--muted); font-size: 0.9375rem; }
.hint a { color: var(--accent); }
`

/** Nothing but the style above runs, and only to the lake itself do forms go. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${hash('sha256', PAGE_STYLE, 'base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')
