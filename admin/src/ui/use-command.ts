import { useMutation, useQueryClient } from '@tanstack/react-query';

/**
 * A command; its id makes a repeated call harmless. What it touches is asked anew, also after a refusal: somebody else
 * may have decided meanwhile.
 */
export function useCommand<Input, Answered>(
  touches: readonly unknown[],
  send: (input: Input) => Promise<Answered>,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => void client.invalidateQueries({ queryKey: touches }),
  }).mutateAsync;
}
