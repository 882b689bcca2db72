import { HttpError } from './http-error';
import { json, type Route } from './route';

/** `/healthz`: the process runs. `/readyz`: it can answer, which a load balancer asks before it sends anyone here. */
export function healthRoutes(isReady: () => Promise<boolean>): Route[] {
  return [
    { method: 'GET', path: '/healthz', answer: () => Promise.resolve(json(200, { status: 'ok' })) },
    {
      method: 'GET',
      path: '/readyz',
      answer: async () => {
        if (!(await isReady())) throw new HttpError(503, 'NotReady', 'The assistant cannot answer now.');
        return json(200, { status: 'ready' });
      },
    },
  ];
}
