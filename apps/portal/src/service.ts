import cookie from '@fastify/cookie';
import formBody from '@fastify/formbody';
import type { ServiceDefinition } from '#platform';
import { PageErrorFilter } from './errors/page-error.filter.js';
import { pagePolicy } from './page/content-policy.js';
import { PortalConfig } from './portal.config.js';
import { PortalModule } from './portal.module.js';
import { SessionEntity } from './session/session.entity.js';
import { PortalSession1730000000001 } from './session/session.migration.js';

/** The pages for melders and staff; no domain data of its own, only sessions (architecture.md 2). */
export const portalService: ServiceDefinition<PortalConfig> = {
  name: 'portal',
  title: 'Portaal',
  defaultPort: 3000,
  config: PortalConfig,
  entities: [SessionEntity],
  migrations: [PortalSession1730000000001],
  module: () => PortalModule,
  contentSecurityPolicy: pagePolicy(),
  configureHttp: async (app) => {
    await app.register(cookie);
    await app.register(formBody);
    app.useGlobalFilters(app.get(PageErrorFilter));
  },
};
