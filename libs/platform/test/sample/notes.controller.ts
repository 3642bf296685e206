import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import {
  AuditLog,
  CurrentActor,
  decodeCursor,
  IdempotentCreate,
  PageQuery,
  PublicRoute,
  Roles,
  Services,
  uuidv7,
  type Actor,
} from '#platform';
import { Gate } from './gate.js';
import { NoteDto } from './notes.dto.js';

@Controller('api/v1')
export class NotesController {
  constructor(
    private readonly source: DataSource,
    private readonly audit: AuditLog,
    private readonly gate: Gate,
  ) {}

  @Post('notes')
  @PublicRoute()
  @IdempotentCreate()
  async create(
    @Body() note: NoteDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ id: string }> {
    const id = uuidv7();
    await this.gate.pass();
    await this.source.transaction(async (manager) => {
      await manager.query(`INSERT INTO note VALUES ($1, $2)`, [id, note.text]);
      await this.audit.record(manager, { actor: 'SYSTEM', action: 'CREATE_NOTE', subject: id });
    });
    void reply.header('Location', `/api/v1/notes/${id}`);
    return { id };
  }

  @Get('notes')
  @PublicRoute()
  list(@Query() page: PageQuery): { limit: number; position: unknown } {
    return { limit: page.limit, position: page.cursor === undefined ? null : decodeCursor(page.cursor) };
  }

  @Get('notes/:id')
  @PublicRoute()
  async one(@Param('id') id: string): Promise<unknown> {
    return this.source.query(`SELECT text FROM note WHERE id::text = $1`, [id]);
  }

  @Get('failing')
  @PublicRoute()
  async failing(): Promise<void> {
    await this.source.query(`SELECT 'geheim'::uuid`);
  }

  @Get('signed-in')
  signedIn(@CurrentActor() actor: Actor): Actor {
    return actor;
  }

  @Get('coordinator')
  @Roles('TEAMCOORDINATOR', 'BEHEERDER')
  coordinator(): string {
    return 'ok';
  }

  @Get('any-service')
  @Roles('SERVICE')
  anyService(): string {
    return 'ok';
  }

  @Get('triage-only')
  @Services('triage')
  triageOnly(): string {
    return 'ok';
  }

  @Get('jurist-or-triage')
  @Roles('JURIST')
  @Services('triage')
  juristOrTriage(): string {
    return 'ok';
  }
}
