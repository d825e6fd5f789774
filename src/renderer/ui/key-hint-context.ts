import { createContext, useContext } from 'react';

/** Whether small keys are shown beside buttons. */
export const KeyHintContext = createContext(true);

/** Answers whether small keys are shown beside buttons. */
export const useKeyHints = (): boolean => useContext(KeyHintContext);
