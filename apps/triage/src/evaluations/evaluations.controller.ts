import { Roles, ROLES } from '#platform';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { EvaluationRequestDto } from './evaluation-request.dto.js';
import { EvaluationDto } from './evaluation.dto.js';
import { Evaluations } from './evaluations.service.js';

@ApiTags('policy')
@Roles(...ROLES, 'SERVICE')
@Controller('api/v1/policy/evaluations')
export class EvaluationsController {
  constructor(private readonly evaluations: Evaluations) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Dry run of the urgency policy. Stores nothing, sends nothing.' })
  @ApiOkResponse({ type: EvaluationDto })
  @ApiResponse({ status: 400, description: 'not a melding, or an unknown policy version' })
  async evaluate(@Body() request: EvaluationRequestDto): Promise<EvaluationDto> {
    return this.evaluations.evaluate(request);
  }
}
