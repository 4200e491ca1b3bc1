import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from './session.ts';

/** Whether who is signed in may change things. The server decides; this only spares people buttons that would be refused. */
export function useIsAdmin(): boolean {
  const { data } = useQuery(sessionQuery);
  return data?.user?.role === 'admin';
}
