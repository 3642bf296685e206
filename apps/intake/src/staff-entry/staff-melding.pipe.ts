import { Injectable } from '@nestjs/common';
import { Clock } from '#platform';
import { MeldingPipe } from '../submission/melding.pipe.js';
import { StaffMeldingDto } from './staff-melding.dto.js';

@Injectable()
export class StaffMeldingPipe extends MeldingPipe<StaffMeldingDto> {
  constructor(clock: Clock) {
    super(StaffMeldingDto, 'STAFF', clock);
  }
}
