// A corpus on disk: pieces.jsonl (a PieceLine each) beside scores.pack (the MIDI bytes of all
// pieces, one after the other).
#pragma once

#include "core/corpus/piece_line.h"
#include "core/score/score.h"

#include <filesystem>
#include <fstream>
#include <vector>

namespace pieria {

/// Collects pieces; nothing is visible under the final names before finish().
class CorpusWriter
{
public:
    [[nodiscard]] static Result<CorpusWriter> create(const std::filesystem::path& folder);
    /// Fills offset, size and bars of the line.
    [[nodiscard]] Status add(PieceLine line, const Score& score);
    /// Publishes scores.pack, then pieces.jsonl: who sees the list can read the notes.
    [[nodiscard]] Status finish();
    [[nodiscard]] const std::vector<PieceLine>& lines() const { return m_lines; }

private:
    std::filesystem::path m_folder;
    std::ofstream m_pack;
    std::uint64_t m_written = 0;
    std::vector<PieceLine> m_lines;
};

/// Reads a corpus; pieces are parsed when asked for.
class MusicCorpus
{
public:
    struct Piece
    {
        PieceLine line;
        Score score;
    };
    /// Checks that every piece lies inside scores.pack.
    [[nodiscard]] static Result<MusicCorpus> open(const std::filesystem::path& folder);
    [[nodiscard]] std::size_t size() const { return m_lines.size(); }
    [[nodiscard]] const PieceLine& line(std::size_t index) const { return m_lines[index]; }
    [[nodiscard]] Result<Piece> piece(std::size_t index) const;

private:
    std::filesystem::path m_pack;
    std::vector<PieceLine> m_lines;
};

} // namespace pieria
