// The models at hand: those that ship with the program and those the user imported, one folder with
// a card.json each. Reads the disk at every call, so it is never out of date.
#pragma once

#include "core/base/result.h"
#include "core/engine/model_card.h"
#include "core/job/job.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace pieria {

enum class ModelOrigin { Shipped, User };

struct InstalledModel
{
    std::string id; ///< the folder's name
    ModelCard card; ///< empty but for the id when `problem` is set
    std::filesystem::path folder;
    ModelOrigin origin = ModelOrigin::Shipped;
    std::optional<Failure> problem; ///< why it cannot be used, as far as the card tells
};

class ModelRegistry
{
public:
    /// Folders that do not exist are empty.
    ModelRegistry(std::filesystem::path shipped, std::filesystem::path user);
    /// resources/models and the models of the user's data folder.
    [[nodiscard]] static ModelRegistry standard();

    /// All models, broken ones too: shipped first, then by id.
    [[nodiscard]] std::vector<InstalledModel> list() const;
    /// A usable model: its card reads and its files are there in the right size.
    [[nodiscard]] Result<InstalledModel> find(const std::string& id) const;
    /// Reads every file and compares its hash.
    [[nodiscard]] Result<Outcome<InstalledModel>> verify(
        const std::string& id, JobContext& context) const;
    /// The licence texts, one after another.
    [[nodiscard]] Result<std::string> licenceText(const std::string& id) const;
    /// Copies the model in `folder` (which holds a card.json) to the user's models. The copy is
    /// checked before it appears; a failure leaves nothing behind.
    [[nodiscard]] Result<Outcome<InstalledModel>> import(
        const std::filesystem::path& folder, JobContext& context) const;
    /// Deletes an imported model, broken or not. Shipped ones stay.
    [[nodiscard]] Status remove(const std::string& id) const;

private:
    std::filesystem::path m_shipped;
    std::filesystem::path m_user;
};

} // namespace pieria
