/** The backend as one Hono app: `createApp(…).request(path)` answers without a socket. */
import {randomUUID} from 'node:crypto';
import {Hono} from 'hono';
import {pino, type Logger} from 'pino';
import type {Config} from './config.ts';
import {Api, type Env} from './http/api.ts';
import {agencyRoutes} from './routes/agencies/agencies.ts';
import {applicationGuideRoutes} from './routes/application-guides/application-guides.ts';
import {applicationRoutes} from './routes/applications/applications.ts';
import {calendarRoutes} from './routes/calendar/calendar.ts';
import {changeRoutes} from './routes/catalog-changes/catalog-changes.ts';
import {exportRoutes} from './routes/catalog-export/catalog-export.ts';
import {feedRoutes} from './routes/catalog-feed/catalog-feed.ts';
import {catalogItemRoutes} from './routes/catalog-items/catalog-items.ts';
import {consultationRoutes} from './routes/consultations/consultations.ts';
import {documentRoutes} from './routes/documents/documents.ts';
import {headInterpretationRoutes} from './routes/head-interpretations/head-interpretations.ts';
import {healthRoutes} from './routes/health/health.ts';
import {interpretationRoutes} from './routes/interpretations/interpretations.ts';
import {problemRoutes} from './routes/problems/problems.ts';
import {profileRoutes} from './routes/profile/profile.ts';
import {regionRoutes} from './routes/regions/regions.ts';
import {repostRoutes} from './routes/reposts/reposts.ts';
import {searchRoutes} from './routes/search/search.ts';
import {staffApplicationRoutes} from './routes/staff-applications/staff-applications.ts';
import {staffConsultationRoutes} from './routes/staff-consultations/staff-consultations.ts';
import {uploadRoutes} from './routes/uploads/uploads.ts';
import {staticRoutes, type StaticFolders} from './static/static.ts';
import type {Store} from './store/store.ts';

export interface AppOptions {
  readonly store: Store;
  /** Milliseconds since the epoch; the system clock when absent. */
  readonly now?: () => number;
  readonly config?: Config;
  readonly log?: Logger;
  readonly folders?: StaticFolders;
}

const ROUTES = [
  healthRoutes,
  profileRoutes,
  regionRoutes,
  agencyRoutes,
  calendarRoutes,
  catalogItemRoutes,
  changeRoutes,
  exportRoutes,
  feedRoutes,
  documentRoutes,
  interpretationRoutes,
  headInterpretationRoutes,
  repostRoutes,
  applicationGuideRoutes,
  uploadRoutes,
  applicationRoutes,
  staffApplicationRoutes,
  consultationRoutes,
  staffConsultationRoutes,
  searchRoutes,
];

export function createApp({store, now = Date.now, config = {}, log = pino({level: 'silent'}), folders}: AppOptions): Hono<Env> {
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    const start = performance.now();
    c.set('requestId', randomUUID());
    await next();
    log.info({
      requestId: c.get('requestId'),
      method: c.req.method,
      route: c.get('route') ?? 'static',
      status: c.res.status,
      ms: Math.round((performance.now() - start) * 10) / 10,
    });
  });
  const deps = {store, now, config, log};
  const api = new Api(app, deps);
  for (const routes of ROUTES) routes(api, deps);
  api.close();
  problemRoutes(app);
  staticRoutes(app, folders);
  return app;
}
