import { useEffect, useRef, useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '@/api';
import { leaveForCashier, payInWechat, rememberInAddress, usingHere } from '@/platform/pay';
import type { Said, SheetParameters } from '@/platform/paying';
import { codeFromWechat } from '@/platform/wechat';
import type { WechatWay } from '@/platform/wechat-way';
import { endAttempt, startOnce } from './attempts';
import type { Offer, Wish } from './model';
import { paymentQuery } from './queries';
import { nextPauseMs, standingOf } from './standing-of';

interface Paying {
  readonly wish: Wish;
  /** What the payer is shown; unknown while it loads. */
  readonly amountFen: number | undefined;
  readonly offer: Offer | undefined;
  /** How a page asks WeChat who is there; null where it cannot, unknown while it loads. */
  readonly way: WechatWay | null | undefined;
  /** The payment that the address names: somebody comes back to it. */
  readonly knownId: string | undefined;
}

/** Changes of these mean that what the payer saw is old. */
const staleAmount: ReadonlySet<string> = new Set([
  'payments.amountChanged',
  'payments.nothingDue',
  'payments.notPayable',
  'payments.tooLate',
  'payments.over',
]);

/** What a payment that has ended, or an amount that has changed, makes old. */
const touched = [['orders'], ['credit'], ['payments', 'order'], ['payments', 'list'], ['payments', 'one']];

/** Opens a payment in the way of this device, and follows it until the server knows how it ended. */
export function usePaying({ wish, amountFen, offer, way, knownId }: Paying) {
  const client = useQueryClient();
  const [paymentId, setPaymentId] = useState(knownId);
  const [said, setSaid] = useState<Said | null>(null);
  const [codeUrl, setCodeUrl] = useState<string | null>(null);
  const code = useRef<string | null>(null);
  const sheet = useRef<SheetParameters | null>(null);
  const follow = useFollowed(paymentId);
  const standing = follow.payment ? standingOf(follow.payment, said, follow.nowMs) : null;
  const isOpen = standing === 'waiting' || standing === 'cancelled' || standing === 'failed';

  const openSheet = async (id: string, parameters: SheetParameters) => {
    sheet.current = parameters;
    setSaid(null);
    setSaid(await payInWechat(parameters));
    follow.again(id);
  };

  const pay = useMutation({
    mutationFn: async () => {
      if (!offer || way === undefined || amountFen === undefined) return;
      if (isOpen && paymentId && sheet.current) return openSheet(paymentId, sheet.current);
      const using = await usingHere(way, code.current);
      code.current = null;
      if (using === null) return;
      const { payment, handOver } = await startOnce(wish, using, amountFen);
      client.setQueryData(paymentQuery(payment.paymentId).queryKey, payment);
      rememberInAddress(payment.paymentId);
      setPaymentId(payment.paymentId);
      setSaid(null);
      follow.again(undefined);
      if (handOver.by === 'jsapi') return openSheet(payment.paymentId, handOver);
      if (handOver.by === 'h5') return leaveForCashier(handOver.url);
      setCodeUrl(handOver.codeUrl);
    },
    onError: (error) => {
      if (error instanceof ApiProblem && staleAmount.has(error.code))
        for (const queryKey of touched) void client.invalidateQueries({ queryKey });
    },
  });

  const hasEnded = standing !== null && !isOpen;
  const wishRef = useRef(wish);
  useEffect(() => {
    if (!hasEnded) return;
    endAttempt(wishRef.current);
    sheet.current = null;
    setCodeUrl(null);
    for (const queryKey of touched) void client.invalidateQueries({ queryKey });
  }, [client, hasEnded]);

  // WeChat has told who is there, and sent the payer back: what was begun goes on by itself.
  const { mutate } = pay;
  const isReady = offer !== undefined && way !== undefined && amountFen !== undefined;
  const isTaken = useRef(false);
  useEffect(() => {
    if (!isReady || isTaken.current) return;
    isTaken.current = true;
    code.current = codeFromWechat();
    if (code.current !== null) mutate();
  }, [isReady, mutate]);

  return {
    payment: follow.payment,
    standing,
    isOpen,
    /** What a phone is to scan; null where nobody scans. */
    codeUrl: isOpen ? codeUrl : null,
    pay: () => {
      if (!pay.isPending) mutate();
    },
    isPending: pay.isPending,
    error: pay.error ?? follow.error,
    /** Whether the server is still asked by itself. */
    isFollowed: follow.isFollowed,
    askNow: () => follow.again(paymentId),
    isAsking: follow.isAsking,
  };
}

/** A payment, asked about after growing pauses while it is open, and at its last moment. */
function useFollowed(paymentId: string | undefined) {
  const client = useQueryClient();
  const [sinceMs, setSinceMs] = useState(() => Date.now());
  const query = useQuery({
    ...paymentQuery(paymentId ?? ''),
    enabled: paymentId !== undefined,
    refetchInterval: ({ state }) => {
      if (state.data && state.data.state !== 'open') return false;
      return nextPauseMs(Date.now() - sinceMs) ?? false;
    },
  });
  const { data: payment, refetch } = query;
  const expiresAt = payment?.state === 'open' ? payment.expiresAt : undefined;
  useEffect(() => {
    if (expiresAt === undefined) return;
    const timer = setTimeout(() => void refetch(), Math.max(0, Date.parse(expiresAt) - Date.now()) + 500);
    return () => clearTimeout(timer);
  }, [expiresAt, refetch]);
  const heardMs = Math.max(query.dataUpdatedAt, query.errorUpdatedAt, sinceMs);
  return {
    payment,
    nowMs: heardMs,
    error: query.error,
    isAsking: query.isFetching,
    isFollowed: nextPauseMs(heardMs - sinceMs) !== null,
    /** Asks at once, and goes on asking. */
    again: (id: string | undefined) => {
      setSinceMs(Date.now());
      if (id !== undefined) void client.invalidateQueries({ queryKey: paymentQuery(id).queryKey });
    },
  };
}
