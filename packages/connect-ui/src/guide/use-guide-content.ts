import { useQuery } from '@tanstack/react-query';

/** Loads the guide with its drawings: a part of its own, so that the form does not wait for what few people open. */
export function useGuideContent() {
  return useQuery({ queryKey: ['guide'], queryFn: () => import('./guide-content.tsx'), staleTime: Infinity });
}
