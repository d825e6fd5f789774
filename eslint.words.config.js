// What a person reads or hears is in the catalogue (docs/language.md); a raw text in a component is an error.

const SHOWN = '/^(title|label|aria-label|placeholder|description|alt|text|hint|lead)$/';
// Two letters in a row make a text; the cap of a key says the same everywhere.
const TEXT = '/^(?!Esc$).*\\p{L}{2}/su';
const INSIDE = ':matches(JSXElement, JSXFragment) > JSXExpressionContainer';

/** Refuses texts in components, in every place where one is shown or read out. */
export const wordsInOnePlace = {
  files: ['src/renderer/**/*.tsx'],
  rules: {
    'no-restricted-syntax': [
      'error',
      ...[
        `JSXText[value=${TEXT}]`,
        `${INSIDE} > Literal[value=${TEXT}]`,
        `${INSIDE} > :matches(ConditionalExpression, LogicalExpression) > Literal[value=${TEXT}]`,
        `${INSIDE} > TemplateLiteral > TemplateElement[value.raw=${TEXT}]`,
        `JSXAttribute[name.name=${SHOWN}] Literal[value=${TEXT}]:not(BinaryExpression > Literal)`,
        `JSXAttribute[name.name=${SHOWN}] TemplateElement[value.raw=${TEXT}]`,
        `Property[key.name=${SHOWN}] > Literal[value=${TEXT}]`,
        `Property[key.name=${SHOWN}] > TemplateLiteral > TemplateElement[value.raw=${TEXT}]`,
        `Property[key.value=${SHOWN}][value.value=${TEXT}]`,
      ].map((selector) => ({
        selector,
        message: 'Words belong into the catalogue (docs/language.md): take them from wordsOf().',
      })),
    ],
  },
};
