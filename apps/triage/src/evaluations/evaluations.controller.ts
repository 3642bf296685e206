import { Roles, ROLES } from '#platform';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { EvaluationRequestDto } from './evaluation-request.dto.js';
import { EvaluationDto } from './evaluation.dto.js';
import { EVALUATION_EXAMPLES } from './evaluation.examples.js';
import { Evaluations } from './evaluations.service.js';

@ApiTags('policy')
@Roles(...ROLES, 'SERVICE')
@Controller('api/v1/policy/evaluations')
export class EvaluationsController {
  constructor(private readonly evaluations: Evaluations) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Dry run of the urgency policy. Stores nothing, sends nothing.' })
  @ApiBody({ type: EvaluationRequestDto, examples: EVALUATION_EXAMPLES })
  @ApiOkResponse({ type: EvaluationDto })
  @ApiResponse({ status: 400, description: 'not a melding, or an unknown policy version' })
  async evaluate(@Body() request: EvaluationRequestDto): Promise<EvaluationDto> {
    return this.evaluations.evaluate(request);
  }
}
