import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { plainToInstance, Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsEmail,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  validate,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { CompiledShape } from './compiled-shape.js';

class Place {
  @IsString()
  @Matches(/^L\d+$/)
  id: string;
}

class Told {
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @Length(2, 20)
  text: string;

  @IsOptional()
  @IsIn(['yes', 'no'])
  danger?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(2)
  @IsIn(['a', 'b'], { each: true })
  themes?: string[];

  @IsOptional()
  @IsEmail()
  email?: string;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => Place)
  place?: Place;

  @IsInt()
  @Max(100)
  limit = 25;
}

class WithCondition {
  @ValidateIf((told: WithCondition) => told.danger === 'yes')
  @IsString()
  where?: string;

  @IsIn(['yes', 'no'])
  danger: string;
}

class WithDefault {
  @IsOptional()
  @IsInt()
  @Max(10)
  limit: number | null = 25;
}

const INPUTS: object[] = [
  {},
  { text: 'twee' },
  { text: '  a  ' },
  { text: '  twee  ', danger: 'no', themes: ['a', 'b'], email: 'a@voorbeeld.example', limit: 3 },
  { text: 'twee', danger: null, themes: null, place: null },
  { text: 'twee', danger: 'misschien' },
  { text: 'twee', themes: ['a', 'c'] },
  { text: 'twee', themes: ['a', 'a', 'b'] },
  { text: 'twee', themes: 'a' },
  { text: 'twee', themes: [{ a: 1 }] },
  { text: 'twee', themes: [] },
  { text: 'twee', place: { id: 'L02' } },
  { text: 'twee', place: { id: 'M02' } },
  { text: 'twee', place: {} },
  { text: 'twee', place: 'L02' },
  { text: 'twee', place: [{ id: 'L02' }] },
  { text: 'twee', place: { id: 'L02', more: true } },
  { text: 'twee', unknown: 1 },
  { text: 'twee', limit: '3' },
  { text: 'twee', limit: 101 },
  { text: ['twee'] },
  { text: { twee: 1 } },
];

describe('a compiled shape', () => {
  it.each(INPUTS.map((input) => [JSON.stringify(input), input] as const))(
    'thinks of %s what class-validator thinks',
    async (_text, input) => {
      const instance = plainToInstance(Told, input, { exposeDefaultValues: true });
      const errors = await validate(instance, { whitelist: true, forbidNonWhitelisted: true });
      const read = CompiledShape.of(Told)?.read(input);
      if (errors.length > 0) expect(read).toBeUndefined();
      else {
        expect(read).toEqual(instance);
        expect(read).toBeInstanceOf(Told);
        if (instance.place) expect(Reflect.get(read ?? {}, 'place')).toBeInstanceOf(Place);
      }
    },
  );

  it('asks conditions of the whole object', () => {
    expect(CompiledShape.of(WithCondition)?.read({ danger: 'no' })).toEqual({ danger: 'no' });
    expect(CompiledShape.of(WithCondition)?.read({ danger: 'yes' })).toBeUndefined();
  });

  it('looks at what was not given, but is there all the same', () => {
    expect(CompiledShape.of(WithDefault)?.read({})).toBeUndefined();
    expect(CompiledShape.of(WithDefault)?.read({ limit: null })).toEqual({ limit: null });
    expect(CompiledShape.of(WithDefault)?.read({ limit: 3 })).toEqual({ limit: 3 });
  });
});
