import { useQuery } from '@tanstack/react-query';

/**
 * Loads what draws the proof: a part of its own, because nobody sees it before they have pressed Connect.
 *
 * @param wanted Whether it will be needed soon.
 */
export function useProof(wanted: boolean) {
  return useQuery({ queryKey: ['proof'], queryFn: () => import('./connection-proof.tsx'), enabled: wanted, staleTime: Infinity }).data;
}
