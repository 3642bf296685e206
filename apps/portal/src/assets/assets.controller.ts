import { Controller, Get, Header, NotFoundException, Param, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PublicRoute } from '#platform';
import { ASSETS, assetNamed } from './asset-files.js';

const ONE_YEAR = 'public, max-age=31536000, immutable';

@ApiExcludeController()
@PublicRoute()
@Controller()
export class AssetsController {
  @Get('assets/:name')
  @Header('Cache-Control', ONE_YEAR)
  asset(@Param('name') name: string): StreamableFile {
    const asset = assetNamed(name);
    if (asset === undefined) throw new NotFoundException();
    return new StreamableFile(asset.body, { type: asset.contentType });
  }

  /** Browsers ask for it by this name, whatever the page says. */
  @Get('favicon.ico')
  @Header('Cache-Control', 'public, max-age=86400')
  icon(): StreamableFile {
    return new StreamableFile(ASSETS.icon.body, { type: ASSETS.icon.contentType });
  }
}
