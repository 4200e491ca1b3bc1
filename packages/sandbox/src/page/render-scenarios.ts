import type { Scenario } from '../scenario.ts';
import type { ActiveScenario } from '../scenarios.ts';
import { scenarios } from '../scenarios.ts';
import type { SwitchDescription } from '../switches.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';

/** Draws every scenario, with a switch for those that can be switched on for everything. */
export function renderScenarios(active: readonly ActiveScenario[]): Html {
  return html`<ul class="rows">
    ${scenarios.map((scenario) =>
      renderScenario(
        scenario,
        active.filter(({ id }) => id === scenario.id),
      ),
    )}
  </ul>`;
}

function renderScenario({ id, title, does, reach, shownBy, steps, effects }: Scenario, active: readonly ActiveScenario[]): Html {
  const everywhere = active.find(({ environmentId, clientId }) => environmentId === undefined && clientId === undefined);
  const variants = Object.keys(effects);
  return html`<li class="row">
    <div class="text">
      <h3 id="title-${id}">${title}</h3>
      <p><code>${id}</code> ${does}</p>
      ${reach !== undefined && html`<p class="hint">Without the switch: ${reach}</p>`}
      ${shownBy !== undefined && html`<p class="hint">Shown by “${shownBy}” of the first environment.</p>`}
      ${active.length > (everywhere ? 1 : 0) && html`<p class="hint">Also on for single environments or clients.</p>`}
    </div>
    ${
      steps.length > 0 &&
      html`<div class="controls">
        ${
          variants.length > 1 &&
          html`<select data-variant-of="${id}" aria-label="Variant of ${title}">
            ${variants.map((variant) => renderOption(variant, variant === everywhere?.variant))}
          </select>`
        }
        <input type="checkbox" role="switch" data-scenario="${id}" aria-labelledby="title-${id}" ${everywhere && html`checked`} />
      </div>`
    }
  </li>`;
}

/** Draws every switch as a list of its variants. */
export function renderSwitches(switches: readonly SwitchDescription[]): Html {
  return html`<ul class="rows">
    ${switches.map(
      ({ name, question, value, variants }) =>
        html`<li class="row">
          <div class="text">
            <h3 id="question-${name}">${question}</h3>
            <p><code>${name}</code></p>
          </div>
          <div class="controls">
            <select data-switch="${name}" aria-labelledby="question-${name}">
              ${variants.map((variant) => renderOption(variant.value, variant.value === value, variant.does))}
            </select>
          </div>
        </li>`,
    )}
  </ul>`;
}

function renderOption(value: string, selected: boolean, text = value): Html {
  return html`<option value="${value}" ${selected && html`selected`}>${text}</option>`;
}
