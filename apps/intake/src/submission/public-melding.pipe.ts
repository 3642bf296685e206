import { Injectable } from '@nestjs/common';
import { Clock } from '#platform';
import { MeldingPipe } from './melding.pipe.js';
import { PublicMeldingDto } from './public-melding.dto.js';

@Injectable()
export class PublicMeldingPipe extends MeldingPipe<PublicMeldingDto> {
  constructor(clock: Clock) {
    super(PublicMeldingDto, 'MELDER', clock);
  }
}
