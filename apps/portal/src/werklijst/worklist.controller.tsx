import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Clock, ServiceAnswered } from '#platform';
import { CurrentSession, StaffPage } from '../session/staff-page.decorator.js';
import type { StaffSession } from '../session/staff-session.js';
import { StaffPages } from '../staff/staff-pages.service.js';
import { NoWorklistPage } from './no-worklist-page.component.js';
import { readFilter } from './worklist-filter.js';
import { WorklistView } from './worklist-page.component.js';
import { WorklistClient } from './worklist.client.js';

@ApiExcludeController()
@StaffPage()
@Controller('werklijst')
export class WorklistController {
  constructor(
    private readonly worklist: WorklistClient,
    private readonly pages: StaffPages,
    private readonly clock: Clock,
  ) {}

  @Get()
  async list(
    @Query() query: unknown,
    @CurrentSession() session: StaffSession,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const filter = readFilter(query);
    try {
      const page = await this.worklist.page(session, filter);
      this.pages.send(
        reply,
        200,
        <WorklistView session={session} filter={filter} page={page} now={this.clock.now()} />,
      );
    } catch (error) {
      if (!(error instanceof ServiceAnswered) || error.status !== 403) throw error;
      this.pages.send(reply, 403, <NoWorklistPage session={session} />);
    }
  }
}
