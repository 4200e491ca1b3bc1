const TOAST_MS = 3000;
const toast = document.querySelector('.toast');
let hiding;

function say(text) {
  toast.textContent = text;
  clearTimeout(hiding);
  hiding = setTimeout(() => (toast.textContent = ''), TOAST_MS);
}

async function send(method, path, body) {
  const response = await fetch(path, { method, headers: { 'content-type': 'application/json' }, body: body && JSON.stringify(body) });
  if (!response.ok) throw new Error((await response.json()).error.message);
}

function findVariant(id) {
  return document.querySelector(`[data-variant-of="${id}"]`)?.value;
}

async function applyScenario(id, on) {
  if (on) await send('PUT', `/scenarios/${id}`, { variant: findVariant(id) });
  else await send('DELETE', `/scenarios/${id}`);
  say(on ? `On: ${id}` : `Off: ${id}`);
}

document.addEventListener('click', async ({ target }) => {
  const button = target.closest('[data-copy]');
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  say('Copied');
});

document.addEventListener('change', async ({ target }) => {
  const { scenario, variantOf, switch: name } = target.dataset;
  try {
    if (scenario) await applyScenario(scenario, target.checked);
    if (variantOf && document.querySelector(`[data-scenario="${variantOf}"]`).checked) await applyScenario(variantOf, true);
    if (name) {
      await send('PUT', `/switches/${name}`, { value: target.value });
      say(`${name}: ${target.value}`);
    }
  } catch (error) {
    say(error.message);
  }
});
