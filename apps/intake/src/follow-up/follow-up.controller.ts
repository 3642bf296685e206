import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { PublicRoute } from '#platform';
import { Clients } from '../public-rate/clients.service.js';
import { PublicRateLimit } from '../public-rate/public-rate.guard.js';
import { FollowUpCodeDto, FollowUpDto, FollowUpTokenDto } from './follow-up.dto.js';
import { FollowUp } from './follow-up.service.js';

@ApiTags('follow-up')
@PublicRoute()
@PublicRateLimit()
@Controller('api/v1/follow-up')
export class FollowUpController {
  constructor(
    private readonly followUp: FollowUp,
    private readonly clients: Clients,
  ) {}

  @Post('tokens')
  @HttpCode(200)
  @ApiOperation({ summary: 'A follow-up code for a short-lived token' })
  @ApiBody({ type: FollowUpCodeDto, examples: { code: { value: { code: '4821 0937 5526 1048' } } } })
  @ApiResponse({ status: 200, type: FollowUpTokenDto })
  @ApiResponse({ status: 404, description: 'The code is wrong.' })
  tokenFor(@Body() { code }: FollowUpCodeDto, @Req() request: FastifyRequest): Promise<FollowUpTokenDto> {
    return this.followUp.tokenFor(this.clients.tokenOf(request), code);
  }

  @Get()
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Status and trace of your own melding; no urgency, reasons or staff names' })
  @ApiResponse({ status: 200, type: FollowUpDto })
  @ApiResponse({ status: 401, description: 'The token is not good, or not any more.' })
  read(@Req() request: FastifyRequest): Promise<FollowUpDto> {
    return this.followUp.read(request.headers.authorization);
  }
}
