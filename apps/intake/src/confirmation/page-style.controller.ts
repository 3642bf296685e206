import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PublicRoute } from '#platform';
import { PAGE_STYLE } from './page-style.js';

/** Whatever version a page asks for, there is one style. */
@ApiExcludeController()
@PublicRoute()
@Controller('opmaak')
export class PageStyleController {
  @Get(':version')
  @Header('Content-Type', 'text/css; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=31536000, immutable')
  style(): string {
    return PAGE_STYLE;
  }
}
