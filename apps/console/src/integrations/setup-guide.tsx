import type { Provider } from '@latchkey/providers';
import { Fragment, type ReactElement } from 'react';
import { CopyButton } from '../parts/copy-button.tsx';

interface SetupGuideProps {
  readonly provider: Provider;
  readonly redirectUri: string | undefined;
  readonly scopes: readonly string[];
}

/** How the provider's side is set up, step by step, with what is to be copied there. */
export function SetupGuide({ provider, redirectUri, scopes }: SetupGuideProps): ReactElement {
  const copied = { redirect_uri: redirectUri, scopes: scopes.join(' ') };
  return (
    <section className="card guide" aria-label={`How to set up ${provider.displayName}`}>
      <h2>Set up {provider.displayName}</h2>
      {provider.guide.map(({ id, title, steps }) => (
        <details key={id} open={provider.guide[0]?.id === id}>
          <summary>{title}</summary>
          <ol>
            {steps.map((step) => {
              const name = provider.form.copies[step.id];
              const value = name && copied[name];
              return (
                <li key={step.id}>
                  <h3>{step.title}</h3>
                  {step.instructions.map((instruction) => (
                    <p key={instruction}>{emphasize(instruction)}</p>
                  ))}
                  {value && (
                    <p className="copied">
                      <code>{value}</code>
                      <CopyButton value={value} />
                    </p>
                  )}
                </li>
              );
            })}
          </ol>
        </details>
      ))}
    </section>
  );
}

/** Words between `**` are the provider's own, as its console shows them. */
function emphasize(text: string): ReactElement[] {
  return text.split('**').map((part, index) => {
    const key = `${index}:${part}`;
    return index % 2 === 1 ? <strong key={key}>{part}</strong> : <Fragment key={key}>{part}</Fragment>;
  });
}
