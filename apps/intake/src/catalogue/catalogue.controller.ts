import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { PublicRoute } from '#platform';
import { PublicRateLimit } from '../public-rate/public-rate.guard.js';
import { publicCatalogue, type Catalogue } from './catalogue.js';
import { CatalogueDto, CatalogueQuery } from './catalogue.dto.js';

@ApiTags('catalogue')
@PublicRoute()
@Controller('api/v1/catalogue')
export class CatalogueController {
  private readonly catalogue = publicCatalogue();

  @Get()
  @PublicRateLimit()
  @ApiOperation({ summary: 'Kinds, fields, allowed values, labels and help texts: enough to build a form' })
  @ApiResponse({ status: 200, type: CatalogueDto })
  read(@Query() _query: CatalogueQuery): Catalogue {
    return this.catalogue;
  }
}
