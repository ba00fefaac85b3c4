// Public-domain pieces of many parts (the mutopia collection: a zip of MIDI files and an index).
#pragma once

#include "core/corpus/groove_pieces.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace pieria {

/// How much of the collection the grid can hold.
struct MutopiaCoverage
{
    int files = 0;
    int usable = 0; ///< a metre of ours, at least eight bars, at most seven pitched parts
    int tooManyParts = 0;
    int otherMetre = 0;
    std::int64_t notes = 0; ///< of the usable ones
    std::int64_t lostNotes = 0; ///< beyond six a slot and frame
};

class MutopiaCollection
{
public:
    /// `folder` holds mutopia.zip and mutopia.jsonl.
    [[nodiscard]] static Result<MutopiaCollection> open(const std::filesystem::path& folder);
    ~MutopiaCollection();
    MutopiaCollection(MutopiaCollection&&) noexcept;
    MutopiaCollection& operator=(MutopiaCollection&&) noexcept;

    [[nodiscard]] std::size_t size() const;
    /// Pieces of the `index`-th file, whole or in parts; empty when it does not fit the grid.
    [[nodiscard]] Result<std::vector<MadePiece>> make(const MakerTools& tools, std::uint64_t index);
    [[nodiscard]] const MutopiaCoverage& coverage() const;

private:
    struct Data;
    explicit MutopiaCollection(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

} // namespace pieria
