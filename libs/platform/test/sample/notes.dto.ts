import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';

export class TagDto {
  @IsString()
  name: string;

  @IsOptional()
  @IsIn(['LOW', 'HIGH'])
  weight?: string;
}

export class NoteDto {
  @IsString()
  @MinLength(3)
  @MaxLength(50)
  text: string;

  @IsOptional()
  @IsInt()
  pages?: number;

  @IsOptional()
  @IsBoolean()
  urgent?: boolean;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(3)
  @ValidateNested({ each: true })
  @Type(() => TagDto)
  tags?: TagDto[];

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => TagDto)
  main?: TagDto;
}
