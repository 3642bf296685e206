import { ROLES, Roles } from '#platform';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { LocationDto, LocationPageDto, LocationSearch } from './location.dto.js';
import { LocationQuery } from './location.query.js';

@ApiTags('locations')
@Roles(...ROLES, 'SERVICE')
@Controller('api/v1/locations')
export class LocationController {
  constructor(private readonly locations: LocationQuery) {}

  @Get()
  @ApiOperation({ summary: 'Locations by name or municipality' })
  @ApiOkResponse({ type: LocationPageDto })
  search(@Query() search: LocationSearch): Promise<LocationPageDto> {
    return this.locations.page(search);
  }

  @Get(':id')
  @ApiOperation({ summary: 'A location with organisator, SPOC, licence and handhaving state' })
  @ApiParam({ name: 'id', example: 'L02' })
  @ApiOkResponse({ type: LocationDto })
  @ApiResponse({ status: 404, description: 'Unknown location' })
  get(@Param('id') id: string): Promise<LocationDto> {
    return this.locations.get(id);
  }
}
