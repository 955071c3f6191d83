/** One request as it came and how it was answered. Authorization is never kept. */
export interface LoggedRequest {
  readonly at: number;
  readonly method: string;
  readonly url: string;
  readonly mchid: string | null;
  readonly body: string;
  readonly status: number;
  readonly answer: string;
  readonly requestId: string | null;
  /** The fault that struck the answer, if one did. */
  readonly fault: string | null;
}

const limit = 2_000;
const shownBytes = 4_000;

/** The latest requests, oldest first. */
export function openRequestLog(saved: readonly LoggedRequest[] = []) {
  let requests = [...saved];
  return {
    add(request: LoggedRequest): void {
      requests.push({
        ...request,
        body: request.body.slice(0, shownBytes),
        answer: request.answer.slice(0, shownBytes),
      });
      // Cut seldom, so that a request does not pay for moving all others.
      if (requests.length > 2 * limit) requests = requests.slice(-limit);
    },
    latest: (count = limit): readonly LoggedRequest[] => requests.slice(-count),
  };
}

export type RequestLog = ReturnType<typeof openRequestLog>;
