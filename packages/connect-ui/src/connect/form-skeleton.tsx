import { useContext, type ReactElement } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Skeleton } from '../primitives/skeleton.tsx';
import { StylingContext } from '../primitives/styling.ts';

/** Stands in for the form while the server is asked which one it is. */
export function FormSkeleton(): ReactElement {
  const { t } = useMessages();
  return <Skeleton styling={useContext(StylingContext)} text={t('form.loading')} />;
}
