import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PublicRoute } from '#platform';
import { sendPage } from '../page/render-page.js';
import { PortalConfig } from '../portal.config.js';
import { ChoosePage } from './choose-page.component.js';
import { HomePage } from './home-page.component.js';
import { PrivacyPage } from './privacy-page.component.js';

@ApiExcludeController()
@PublicRoute()
@Controller()
export class HomeController {
  constructor(private readonly config: PortalConfig) {}

  @Get()
  home(@Res() reply: FastifyReply): void {
    sendPage(reply, 200, <HomePage exitUrl={this.config.EXIT_URL} />);
  }

  @Get('melden')
  choose(@Res() reply: FastifyReply): void {
    sendPage(reply, 200, <ChoosePage exitUrl={this.config.EXIT_URL} />);
  }

  @Get('toegankelijkheid-en-privacy')
  privacy(@Res() reply: FastifyReply): void {
    sendPage(reply, 200, <PrivacyPage exitUrl={this.config.EXIT_URL} />);
  }
}
