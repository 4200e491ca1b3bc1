import { useMutation, useQueryClient, type QueryKey, type UseMutationResult } from '@tanstack/react-query';

/** A change, after which what it touched is read anew. What it answers, which may be a secret, is forgotten with the component that asked. */
export function useChange<Given = void, Answer = unknown>(
  change: (given: Given) => Promise<Answer>,
  touched: QueryKey,
): UseMutationResult<Answer, Error, Given> {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, gcTime: 0, onSuccess: () => client.invalidateQueries({ queryKey: touched }) });
}
