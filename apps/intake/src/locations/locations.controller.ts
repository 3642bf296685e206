import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { PublicRoute } from '#platform';
import { PublicRateLimit } from '../public-rate/public-rate.guard.js';
import { LocationSearch } from './location-search.service.js';
import { FoundLocationsDto, LocationQuery } from './locations.dto.js';

@ApiTags('locations')
@PublicRoute()
@Controller('api/v1/locations')
export class LocationsController {
  constructor(private readonly search: LocationSearch) {}

  @Get()
  @PublicRateLimit()
  @ApiOperation({ summary: 'Search a location by name or municipality; accents do not matter' })
  @ApiResponse({ status: 200, type: FoundLocationsDto })
  async find(@Query() { q }: LocationQuery): Promise<FoundLocationsDto> {
    return { items: await this.search.find(q), nextCursor: null };
  }
}
