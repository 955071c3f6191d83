import { setTimeout as wait } from 'node:timers/promises';
import { HttpConnection } from '../load/http-connection';
import { orderIds } from '../order-stream';
import { type Random, randomFrom } from '../random';
import type { CrowdQuestion, CrowdResult } from './flash-model';
import { outcomeOf, postOf, spreadOf } from './wire';

const grabPath = '/api/v1/flash/grab';
const orderPath = '/api/v1/orders';
/** Of a hundred winners so many let their token run out. */
const walksAway = 10;
/** Of a hundred requests so many are said twice. */
const repeats = 3;
const earlyAsks = 500;
/** Of a hundred buyers so many try what is not allowed, when they can. */
const cheats = 2;

interface Answered {
  readonly status: number;
  readonly body: string;
  readonly outcome: string;
}

/**
 * Plays the crowd: every buyer arrives once, as fast as the connections carry them. Winners order at once, or walk away;
 * losers come back until all is sold; some say things twice, and some cheat.
 */
export async function playCrowd(play: CrowdQuestion['play']): Promise<CrowdResult> {
  const { port, tokens, activityId, skuId, units, startsAt, seed } = play;
  const random = randomFrom(seed);
  const newId = orderIds();
  const wrongs: string[] = [];
  const outcomes: Record<string, number> = {};
  const cheated: Record<string, number> = {};
  const [winners, losers, orders]: [number[], number[], number[]] = [[], [], []];
  let [grabs, bought, walkedAway, repeated, arrived] = [0, 0, 0, 0, 0];
  const wrong = (what: string) => {
    if (wrongs.length < 20) wrongs.push(what);
  };

  const send = (connection: HttpConnection, path: string, buyerNo: number, body: string) =>
    new Promise<Answered>((resolve) =>
      connection.send(postOf(path, tokens[buyerNo] as string, body), ({ status, body: answer }) => {
        const text = answer.toString('latin1');
        resolve({ status, body: text, outcome: outcomeOf(text, status) });
      }),
    );
  const grab = async (connection: HttpConnection, buyerNo: number, requestId = newId()) => {
    const sentAt = performance.now();
    const answer = await send(
      connection,
      grabPath,
      buyerNo,
      `{"activityId":"${activityId}","requestId":"${requestId}","quantity":1}`,
    );
    grabs += 1;
    outcomes[answer.outcome] = (outcomes[answer.outcome] ?? 0) + 1;
    if (answer.outcome === 'token') winners.push(performance.now() - sentAt);
    else losers.push(performance.now() - sentAt);
    return { ...answer, requestId, token: tokenIn(answer.body) };
  };
  const order = async (connection: HttpConnection, buyerNo: number, token: string, orderId = newId()) => {
    const sentAt = performance.now();
    const body = `{"orderId":"${orderId}","lines":[{"skuId":"${skuId}","quantity":1,"flashToken":"${token}"}]}`;
    const answer = await send(connection, orderPath, buyerNo, body);
    orders.push(performance.now() - sentAt);
    return { ...answer, orderId, isApproved: answer.body.includes('"verdict":"approved"') };
  };
  const cheat = async (kind: string, expected: readonly string[], answer: Promise<Answered>) => {
    cheated[kind] = (cheated[kind] ?? 0) + 1;
    const { outcome } = await answer;
    if (!expected.includes(outcome)) wrong(`${kind}: ${outcome}`);
  };
  const gone = ['status 409 flash.tokenGone'];

  /** What a winner does with its token. */
  const useToken = async (connection: HttpConnection, buyerNo: number, token: string) => {
    if (random(100) < walksAway) {
      walkedAway += 1;
      return;
    }
    if (random(100) < cheats) {
      await cheat('over the cap', ['capped'], grab(connection, buyerNo));
      const thief = (buyerNo + 1) % tokens.length;
      await cheat('another’s token', gone, order(connection, thief, token));
      await cheat('forged token', gone, order(connection, buyerNo, `${token.slice(0, -4)}beef`));
    }
    const first = await order(connection, buyerNo, token);
    // Refused in passing, such as by a full house: the same order again.
    const done = first.status === 503 ? await order(connection, buyerNo, token, first.orderId) : first;
    if (!done.isApproved) {
      outcomes[`order ${done.outcome}`] = (outcomes[`order ${done.outcome}`] ?? 0) + 1;
      return;
    }
    bought += 1;
    if (random(100) < repeats) {
      repeated += 1;
      const again = await order(connection, buyerNo, token, done.orderId);
      if (numberIn(again.body) !== numberIn(done.body)) wrong(`an order repeated: ${again.outcome}`);
    }
    if (random(100) < cheats) await cheat('replayed token', gone, order(connection, buyerNo, token));
  };

  const queue = shuffled(tokens.length, random);
  let head = 0;
  const startedAt = performance.now();
  const deadline = startedAt + play.longestMs;
  let arrivalSeconds = 0;
  let arrivalGrabs = 0;

  const early = async (connection: HttpConnection, asks: number) => {
    for (let count = 0; count < asks && Date.now() < startsAt - 200; count += 1) {
      await cheat('early', ['early', 'tooFast'], grab(connection, random(tokens.length)));
    }
  };
  const serve = async (connection: HttpConnection) => {
    while ((bought < units || head < tokens.length) && performance.now() < deadline) {
      const buyerNo = queue[head] as number | undefined;
      if (buyerNo === undefined) {
        await wait(5);
        continue;
      }
      head += 1;
      const answer = await grab(connection, buyerNo);
      arrived += 1;
      if (arrived === tokens.length) {
        arrivalSeconds = (performance.now() - openedAt) / 1_000;
        arrivalGrabs = grabs - grabsBefore;
      }
      if (random(100) < repeats) {
        repeated += 1;
        const again = await grab(connection, buyerNo, answer.requestId);
        const isSame = again.outcome === answer.outcome && again.token === answer.token;
        if (!isSame) wrong(`a grab repeated: ${answer.outcome}, then ${again.outcome}`);
      }
      if (answer.token !== null) await useToken(connection, buyerNo, answer.token);
      else if (answer.outcome !== 'capped' && bought < units) queue.push(buyerNo);
    }
  };

  const connections = Array.from({ length: play.connections }, () => new HttpConnection(port));
  await Promise.all(
    connections.map((connection) => early(connection, Math.ceil(earlyAsks / connections.length))),
  );
  await wait(Math.max(0, startsAt - Date.now()));
  const openedAt = performance.now();
  const grabsBefore = grabs;
  [winners.length, losers.length] = [0, 0];
  await Promise.all(connections.map(serve));
  const seconds = (performance.now() - openedAt) / 1_000;
  for (const connection of connections) connection.close();
  return {
    grabs: grabs - grabsBefore,
    arrivalSeconds: arrivalSeconds || seconds,
    arrivalGrabs: arrivalGrabs || grabs - grabsBefore,
    seconds,
    winners: spreadOf(winners),
    losers: spreadOf(losers),
    orders: spreadOf(orders),
    bought,
    walkedAway,
    repeats: repeated,
    cheats: cheated,
    wrongs,
    outcomes,
  };
}

const tokenIn = (body: string) => /"token":"([^"]+)"/.exec(body)?.[1] ?? null;
const numberIn = (body: string) => /"number":"([^"]+)"/.exec(body)?.[1] ?? null;

function shuffled(count: number, random: Random): number[] {
  const all = Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at -= 1) {
    const other = random(at + 1);
    [all[at], all[other]] = [all[other] as number, all[at] as number];
  }
  return all;
}
