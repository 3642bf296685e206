import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PublicRoute } from '../access/access.decorators.js';
import { HealthChecks, LivenessChecks, type HealthReport } from './health-checks.js';

const statusFor = (report: HealthReport): number =>
  report.status === 'UP' ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE;

@ApiTags('operations')
@PublicRoute()
@Controller('health')
export class HealthController {
  constructor(
    private readonly readiness: HealthChecks,
    private readonly liveness: LivenessChecks,
  ) {}

  @Get('live')
  @ApiOperation({ summary: 'Is the process well, or better restarted?' })
  @ApiResponse({ status: 200, description: 'alive' })
  @ApiResponse({ status: 503, description: 'better restarted' })
  async live(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthReport> {
    const report = await this.liveness.report();
    void reply.status(statusFor(report));
    return report;
  }

  @Get('ready')
  @ApiOperation({ summary: 'Can the service take work?' })
  @ApiResponse({ status: 200, description: 'ready' })
  @ApiResponse({ status: 503, description: 'not ready, with the reason' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthReport> {
    const report = await this.readiness.report();
    void reply.status(statusFor(report));
    return report;
  }
}
