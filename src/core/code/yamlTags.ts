/** The short forms of CloudFormation's functions, in the words of the setting `yaml.customTags` of the YAML extension. */
const tags: readonly string[] = [
  '!And sequence', '!Base64', '!Base64 mapping', '!Cidr sequence', '!Condition', '!Equals sequence', '!FindInMap sequence', '!GetAtt', '!GetAtt sequence',
  '!GetAZs', '!GetAZs mapping', '!If sequence', '!ImportValue', '!ImportValue mapping', '!Join sequence', '!Not sequence', '!Or sequence', '!Ref', '!Select sequence',
  '!Split sequence', '!Sub', '!Sub sequence', '!ToJsonString mapping', '!Transform mapping',
]; // biome-ignore format: a list of words

/** The setting with the tags of CloudFormation added; undefined when none is missing. Tags of other tools stay. */
export function withTemplateTags(setting: unknown): string[] | undefined {
  const present = Array.isArray(setting) ? setting.filter((tag) => typeof tag === 'string') : [];
  const known = new Set(present.map((tag) => tag.replace(/\s+scalar$/, '').trim()));
  const missing = tags.filter((tag) => !known.has(tag));
  return missing.length === 0 ? undefined : [...present, ...missing];
}
