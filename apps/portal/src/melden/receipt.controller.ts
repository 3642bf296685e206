import {
  BadRequestException,
  Body,
  Controller,
  Get,
  Header,
  Post,
  Redirect,
  StreamableFile,
  UseGuards,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PublicRoute } from '#platform';
import { FormValues } from '../design/form-values.js';
import { SameSiteGuard } from '../page/same-site.guard.js';

/** Compact JWS: three parts of base64url. */
const RECEIPT = /^[\w-]{1,2000}\.[\w-]{1,4000}\.[\w-]{1,2000}$/;

/** Hands a receipt that a page already shows back as a file: works without script, and nothing is kept here. */
@ApiExcludeController()
@PublicRoute()
@UseGuards(SameSiteGuard)
@Controller('ontvangstbewijs')
export class ReceiptController {
  @Post()
  @Header('Content-Disposition', 'attachment; filename="ontvangstbewijs.jws.txt"')
  download(@Body() body: unknown): StreamableFile {
    const receipt = FormValues.from(body).text('bewijs');
    if (!RECEIPT.test(receipt)) throw new BadRequestException();
    return new StreamableFile(Buffer.from(`${receipt}\n`), { type: 'text/plain; charset=utf-8' });
  }

  @Get()
  @Redirect('/', 303)
  lost(): void {}
}
