import Router from '@koa/router';
import Koa from 'koa';
import { answerQuestions } from '../worker-link';
import { listenSomewhere } from './listen';

/** Koa with a router and a line of JSON: what HTTP alone allows on this machine, now. */
export function runEchoProcess(): void {
  answerQuestions(async () => {
    const app = new Koa();
    const router = new Router();
    router.get('/echo/:word', (ctx) => {
      ctx.body = { word: ctx.params.word };
    });
    app.use(router.routes());
    return { port: await listenSomewhere(app) };
  });
}
