import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { useState } from 'react';
import { chooseContrast, savedContrast } from '../../app/contrast.ts';
import { Section } from '../../components/section.tsx';

/** Light, or high contrast for weak eyes and old monitors. */
export function ScreenSection() {
  const [contrast, setContrast] = useState(savedContrast);
  return (
    <Section title="Màn hình" detail="Chỉ đổi trên máy này.">
      <RadioGroup
        row
        aria-label="Màu sắc"
        value={contrast}
        onChange={(_, value) => {
          const chosen = value === 'high' ? 'high' : 'light';
          setContrast(chosen);
          chooseContrast(chosen);
        }}
      >
        <FormControlLabel value="light" control={<Radio />} label="Sáng" />
        <FormControlLabel value="high" control={<Radio />} label="Tương phản cao" />
      </RadioGroup>
    </Section>
  );
}
