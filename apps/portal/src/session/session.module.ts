import { Module } from '@nestjs/common';
import { IdentityClient } from './identity-client.js';
import { LoginController } from './login.controller.js';
import { PortalCookies } from './portal-cookies.js';
import { SessionGuard } from './session.guard.js';
import { SessionStore } from './session.store.js';

@Module({
  controllers: [LoginController],
  providers: [IdentityClient, PortalCookies, SessionGuard, SessionStore],
  exports: [PortalCookies, SessionGuard, SessionStore],
})
export class SessionModule {}
