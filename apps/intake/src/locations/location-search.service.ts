import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { LocationEntity } from './location.entity.js';
import { searchText, searchWords } from './search-text.js';

export interface FoundLocation {
  id: string;
  name: string;
  type: string;
  municipality: string;
}

const LIMIT = 25;

@Injectable()
export class LocationSearch {
  constructor(private readonly manager: EntityManager) {}

  /** Locations with every word of the query as the start of a word in name or municipality; at most 25. */
  async find(query: string): Promise<FoundLocation[]> {
    const words = searchWords(query);
    if (words.length === 0) return [];
    const search = this.manager
      .createQueryBuilder(LocationEntity, 'location')
      .select(['location.id', 'location.name', 'location.type', 'location.municipality'])
      .orderBy('location.name')
      .addOrderBy('location.id')
      .limit(LIMIT);
    words.forEach((word, index) => {
      // searchWords leaves only letters and digits, so nothing in it means anything to LIKE.
      search.andWhere(`' ' || location.searchText LIKE :word${index}`, { [`word${index}`]: `% ${word}%` });
    });
    const found = await search.getMany();
    const startsWithQuery = ({ name }: LocationEntity): number =>
      searchText(name).startsWith(words.join(' ')) ? 0 : 1;
    return found
      .sort((a, b) => startsWithQuery(a) - startsWithQuery(b))
      .map(({ id, name, type, municipality }) => ({ id, name, type, municipality }));
  }

  /** Without any location nobody can choose one. */
  async isEmpty(): Promise<boolean> {
    return !(await this.manager.existsBy(LocationEntity, {}));
  }
}
