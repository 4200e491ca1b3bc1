import { useMutation, useQueryClient, type QueryKey, type UseMutationResult } from '@tanstack/react-query';

/**
 * A change, after which what it touched is read anew. What it answers, which may be a secret, is forgotten with the component that asked.
 *
 * @param isGone Whether it takes away what the page shows: then what it touched is read once the next page asks for it.
 */
export function useChange<Given = void, Answer = unknown>(
  change: (given: Given) => Promise<Answer>,
  touched: QueryKey,
  isGone = false,
): UseMutationResult<Answer, Error, Given> {
  const client = useQueryClient();
  const refetchType = isGone ? 'none' : 'active';
  return useMutation({ mutationFn: change, gcTime: 0, onSuccess: () => client.invalidateQueries({ queryKey: touched, refetchType }) });
}
