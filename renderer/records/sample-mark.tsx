import Chip from '@mui/material/Chip';

/** Marks a placeholder of the catalogue that nobody has renamed yet. */
export function SampleMark() {
  return (
    <Chip
      component="span"
      size="small"
      variant="outlined"
      color="warning"
      label="mẫu"
      title="Tên tạm trong danh mục; hãy đổi thành tên thật."
    />
  );
}
