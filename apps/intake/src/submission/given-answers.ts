/** One answer of a form as name and values, the way a form sends it. */
export interface GivenAnswer {
  name: string;
  values: string[];
}

const isGroup = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Turns a body back into the fields of a form, to show what was filled in. */
export function givenAnswers(body: unknown, parent = ''): GivenAnswer[] {
  if (!isGroup(body)) return [];
  return Object.entries(body).flatMap(([name, value]) => {
    const path = parent === '' ? name : `${parent}.${name}`;
    if (isGroup(value)) return givenAnswers(value, path);
    return [{ name: path, values: Array.isArray(value) ? value.map(String) : [String(value)] }];
  });
}
