/** How the pages of the popup look, light and dark. */
export const popupStyle = `:root {
  color-scheme: light dark;
  --text: #1d2433;
  --muted: #5a6475;
  --ground: #f4f6f9;
  --card: #ffffff;
  --line: #dde2ea;
  --accent: #2f5bd0;
  --on-accent: #ffffff;
  --good: #177a45;
  --bad: #b3261e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e8ebf1;
    --muted: #a5aebd;
    --ground: #12151b;
    --card: #1b2029;
    --line: #303846;
    --accent: #8fb0ff;
    --on-accent: #0f1522;
    --good: #6fd39b;
    --bad: #ff9d94;
  }
}
* {
  box-sizing: border-box;
}
[hidden] {
  display: none !important;
}
body {
  margin: 0;
  min-height: 100vh;
  display: grid;
  place-items: center;
  padding: 24px;
  background: var(--ground);
  color: var(--text);
  font: 16px/1.5 system-ui, sans-serif;
}
main {
  width: 100%;
  max-width: 400px;
  padding: 36px 28px;
  background: var(--card);
  border: 1px solid var(--line);
  border-radius: 14px;
  text-align: center;
  overflow-wrap: anywhere;
}
svg {
  display: block;
  width: 52px;
  height: 52px;
  margin: 0 auto 18px;
  fill: none;
  stroke: currentColor;
  stroke-width: 2.2;
  stroke-linecap: round;
  stroke-linejoin: round;
}
.wait svg,
.ask svg {
  color: var(--accent);
}
.done svg {
  color: var(--good);
}
.failed svg {
  color: var(--bad);
}
.wait svg {
  animation: turn 1.1s linear infinite;
}
@keyframes turn {
  to {
    transform: rotate(1turn);
  }
}
@media (prefers-reduced-motion: reduce) {
  .wait svg {
    animation: none;
  }
}
h1 {
  margin: 0 0 8px;
  font-size: 21px;
  line-height: 1.3;
  font-weight: 650;
  outline: none;
}
p {
  margin: 0 0 10px;
  color: var(--muted);
}
p:last-child {
  margin-bottom: 0;
}
.failed p:first-of-type {
  color: var(--text);
}
.host {
  color: var(--text);
  font-weight: 600;
}
button,
.button {
  display: block;
  width: 100%;
  margin: 22px 0 0;
  padding: 11px 16px;
  border: 0;
  border-radius: 9px;
  background: var(--accent);
  color: var(--on-accent);
  font: inherit;
  font-weight: 600;
  text-decoration: none;
  cursor: pointer;
}
button:focus-visible,
.button:focus-visible {
  outline: 3px solid var(--accent);
  outline-offset: 3px;
}
code {
  font: 13px/1.5 ui-monospace, monospace;
}
`;
