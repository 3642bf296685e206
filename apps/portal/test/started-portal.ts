import { startTestService, type TestService } from '#platform/testing';
import { portalService } from '../src/service.js';
import { catalogueAnswer } from './catalogue-answer.js';
import { fakeService, type FakeService } from './fake-service.js';

export interface StartedPortal {
  portal: TestService;
  intake: FakeService;
  triage: FakeService;
  stop(): Promise<void>;
}

/** The real portal on a real database, with stand-ins for the two services behind it. */
export async function startPortal(): Promise<StartedPortal> {
  const intake = await fakeService();
  const triage = await fakeService();
  intake.answer('GET /api/v1/catalogue', () => ({ status: 200, body: catalogueAnswer }));
  const portal = await startTestService(portalService, {
    env: {
      INTAKE_URL: intake.url,
      TRIAGE_URL: triage.url,
      PORTAL_PUBLIC_URL: 'http://localhost',
      PORTAL_CLIENT_SECRET: 'test',
    },
  });
  return {
    portal,
    intake,
    triage,
    stop: async () => {
      await portal.stop();
      await intake.stop();
      await triage.stop();
    },
  };
}
