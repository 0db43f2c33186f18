/** As much of JSON Schema (draft 7) as the project's schemas use. */
export interface Schema {
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer';
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly items?: Schema;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
}

/** Paths at which a value breaks its schema; none when it is valid. */
export function violations(schema: Schema, value: unknown, path = '$'): string[] {
  switch (schema.type) {
    case 'object': {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path];
      const missing = (schema.required ?? []).filter((key) => !Object.hasOwn(value, key)).map((key) => `${path}.${key}`);
      const inside = Object.entries(value).flatMap(([key, item]) => {
        const inner = schema.properties?.[key];
        if (inner) return violations(inner, item, `${path}.${key}`);
        return schema.additionalProperties === false ? [`${path}.${key}`] : [];
      });
      return [...missing, ...inside];
    }
    case 'array':
      if (!Array.isArray(value)) return [path];
      return schema.items ? value.flatMap((item, index) => violations(schema.items as Schema, item, `${path}[${index}]`)) : [];
    case 'string': {
      const isFine = typeof value === 'string' && value.length >= (schema.minLength ?? 0) && new RegExp(schema.pattern ?? '', 'u').test(value);
      return isFine ? [] : [path];
    }
    case 'number':
    case 'integer': {
      const isFine = typeof value === 'number' && (schema.type === 'number' || Number.isInteger(value)) && value >= (schema.minimum ?? -Infinity);
      return isFine ? [] : [path];
    }
    default:
      return [];
  }
}
