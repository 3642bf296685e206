import { encodeCursor, pageOf, positionIn } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { HandhavingCase } from '../handhaving/handhaving-case.entity.js';
import { HandhavingState } from '../handhaving/handhaving-state.entity.js';
import type { LocationDto, LocationPageDto, LocationSearch, LocationSummaryDto } from './location.dto.js';
import { Location } from './location.entity.js';
import { unknownLocation } from './location.problems.js';
import { VergunningState } from './vergunning-state.entity.js';
import { Vergunning } from './vergunning.entity.js';

interface Position {
  name: string;
  id: string;
}

const isPosition = (value: unknown): value is Position =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'id' in value &&
  typeof value.id === 'string';

const asPattern = (q: string): string => `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`;

/** Reads the register of locations. */
@Injectable()
export class LocationQuery {
  constructor(private readonly dataSource: DataSource) {}

  /** Locations by name; `q` is a part of the name or the municipality. */
  async page(search: LocationSearch): Promise<LocationPageDto> {
    const select = this.dataSource
      .createQueryBuilder(Location, 'location')
      .orderBy('location.name')
      .addOrderBy('location.id')
      .limit(search.limit + 1);
    if (search.q?.trim()) {
      select.andWhere('(location.name ILIKE :q OR location.municipality ILIKE :q)', {
        q: asPattern(search.q),
      });
    }
    if (search.cursor !== undefined) {
      select.andWhere('(location.name, location.id) > (:name, :id)', positionIn(search.cursor, isPosition));
    }
    return pageOf(await select.getMany(), search.limit, summaryOf, ({ name, id }) =>
      encodeCursor({ name, id } satisfies Position),
    );
  }

  /** @throws ProblemException 404 */
  async get(id: string): Promise<LocationDto> {
    const location = await this.dataSource.manager.findOne(Location, {
      where: { id },
      relations: { organisator: true },
    });
    if (location === null) throw unknownLocation();
    const [licences, steps] = await Promise.all([this.licenceHistory(id), this.handhavingHistory(id)]);
    return {
      ...detailOf(location),
      licenceHistory: licences.map(licenceLine),
      handhavingHistory: steps.map(stepLine),
    };
  }

  private licenceHistory(locationId: string): Promise<VergunningState[]> {
    return this.dataSource
      .createQueryBuilder(VergunningState, 'state')
      .innerJoin(Vergunning, 'vergunning', 'vergunning.id = state.vergunningId')
      .where('vergunning.locationId = :locationId', { locationId })
      .orderBy('state.recordedAt')
      .addOrderBy('state.id')
      .getMany();
  }

  private handhavingHistory(locationId: string): Promise<HandhavingState[]> {
    return this.dataSource
      .createQueryBuilder(HandhavingState, 'state')
      .innerJoin(HandhavingCase, 'handhaving', 'handhaving.id = state.handhavingId')
      .where('handhaving.locationId = :locationId', { locationId })
      .orderBy('state.recordedAt')
      .addOrderBy('state.id')
      .getMany();
  }
}

const summaryOf = (location: Location): LocationSummaryDto => ({
  id: location.id,
  name: location.name,
  type: location.type,
  municipality: location.municipality,
  licenceState: location.licenceState,
  enforcementState: location.enforcementState,
});

const detailOf = (location: Location): Omit<LocationDto, 'licenceHistory' | 'handhavingHistory'> => ({
  ...summaryOf(location),
  nisCode: location.nisCode,
  province: location.province,
  licensedPlaces: location.licensedPlaces,
  incomeTariff: location.incomeTariff,
  subsidyStep: location.subsidyStep,
  organisator: {
    id: location.organisator.id,
    name: location.organisator.name,
    legalForm: location.organisator.legalForm,
    kboNumber: location.organisator.kboNumber,
  },
  spoc: location.organisator.spoc,
  schorsingEndedOn: location.schorsingEndedOn,
  riskBand: location.riskBand,
  revision: location.revision,
  changedAt: location.changedAt.toISOString(),
});

const licenceLine = ({ state, effectiveOn, recordedAt }: VergunningState) => ({
  state,
  effectiveOn,
  recordedAt: recordedAt.toISOString(),
});

const stepLine = ({ handhavingId, state, previousState, effectiveOn, recordedAt }: HandhavingState) => ({
  handhavingId,
  state,
  previousState,
  effectiveOn,
  recordedAt: recordedAt.toISOString(),
});
