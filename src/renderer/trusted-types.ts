type PolicyRules = {
  readonly createHTML: (markup: string) => string;
  readonly createScript: () => never;
  readonly createScriptURL: () => never;
};

type PolicyFactory = { readonly createPolicy: (name: string, rules: PolicyRules) => unknown };

declare global {
  interface Window {
    readonly trustedTypes?: PolicyFactory;
  }
}

const refuse = (): never => {
  throw new TypeError('This window makes no scripts out of text.');
};

// Mantine sets the text of its <style> elements through innerHTML, so text without a tag must pass.
window.trustedTypes?.createPolicy('default', {
  createHTML: (markup) => {
    if (markup.includes('<')) throw new TypeError('This window makes no elements out of text.');
    return markup;
  },
  createScript: refuse,
  createScriptURL: refuse,
});

export {};
