type PolicyRules = {
  readonly createHTML: (markup: string) => string | null;
  readonly createScript: () => null;
  readonly createScriptURL: () => null;
};

type PolicyFactory = { readonly createPolicy: (name: string, rules: PolicyRules) => unknown };

declare global {
  interface Window {
    readonly trustedTypes?: PolicyFactory;
  }
}

// Chromium's word for "no": the attempt fails, and is reported as a breach of the policy.
const refuse = (): null => null;

// Mantine sets the text of its <style> elements through innerHTML, so text without a tag must pass.
window.trustedTypes?.createPolicy('default', {
  createHTML: (markup) => (markup.includes('<') ? null : markup),
  createScript: refuse,
  createScriptURL: refuse,
});

export {};
